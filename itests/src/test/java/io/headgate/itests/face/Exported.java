package io.headgate.itests.face;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a node exports to Prometheus, and what a query wants of it. */
public final class Exported {

  private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:]+)(?:\\{(.*)\\})? \\S+");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)\\s*(?:=~|!~|!=|=)\\s*\"");
  private static final Pattern METRIC =
      Pattern.compile("\\b((?:headgate|jvm|process|system)_[a-z_]+)(?:\\{([^}]*)\\})?");
  private static final Pattern GROUPED = Pattern.compile("\\bby \\(([a-z_, ]+)\\)");

  private final Map<String, Set<String>> labels = new HashMap<>();
  private int samples;

  public Exported(String text) {
    for (String line : text.split("\n", -1)) {
      Matcher sample = SAMPLE.matcher(line);
      if (!line.startsWith("#") && sample.matches()) {
        samples++;
        Set<String> known = labels.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
        if (sample.group(2) != null) {
          Matcher label = LABEL.matcher(sample.group(2));
          while (label.find()) {
            known.add(label.group(1));
          }
        }
      }
    }
  }

  public int samples() {
    return samples;
  }

  public Set<String> names() {
    return new TreeSet<>(labels.keySet());
  }

  /** What is wrong with a query: metrics and labels that no node exports. */
  public List<String> unknown(String query) {
    List<String> wrong = new ArrayList<>();
    Set<String> all = new TreeSet<>();
    Matcher metric = METRIC.matcher(query);
    boolean any = false;
    while (metric.find()) {
      any = true;
      Set<String> known = labels.get(metric.group(1));
      if (known == null) {
        wrong.add("no metric " + metric.group(1) + " in: " + query);
        continue;
      }
      all.addAll(known);
      if (metric.group(2) != null) {
        Matcher label = LABEL.matcher(metric.group(2));
        while (label.find()) {
          if (!known.contains(label.group(1))) {
            wrong.add(metric.group(1) + " has no label " + label.group(1));
          }
        }
      }
    }
    Matcher grouped = GROUPED.matcher(query);
    while (any && grouped.find()) {
      for (String label : grouped.group(1).split(", *", -1)) {
        if (!all.contains(label)) {
          wrong.add("no label " + label + " in: " + query);
        }
      }
    }
    return wrong;
  }
}
