package io.headgate.itests.walls;

import static org.awaitility.Awaitility.await;

import io.headgate.itests.node.Finished;
import io.headgate.itests.node.Http;
import io.headgate.itests.node.Jmx;
import io.headgate.itests.node.NodeProcess;
import io.headgate.itests.node.Ssh;
import io.headgate.itests.walls.Matrix.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.net.ssl.SSLContext;

/** One node with one person for each role. What is wrong comes back as text; nothing is good. */
public final class Walls {

  private static final String API = "/api/v1";

  private final NodeProcess node;
  private final SSLContext trust;
  private final Matrix matrix = Matrix.read();
  private final People people;

  /** Hires the people. */
  public Walls(NodeProcess node, SSLContext trust) throws IOException {
    this.node = node;
    this.trust = trust;
    this.people = new People(node, trust);
    people.hire();
    // The stubs of RMI ask for this one.
    SSLContext.setDefault(trust);
  }

  /** What somebody tries who wants more. */
  public Attacks attacks() {
    return new Attacks(node, people, trust);
  }

  /** Every command as everybody. */
  public List<String> console() throws Exception {
    ConsoleWalk walk = new ConsoleWalk(matrix, people);
    Set<String> commands = walk.commands();
    List<String> wrong = new ArrayList<>(walk.strangers(commands));
    Map<Role, Callable<List<String>>> walks = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      walks.put(role, () -> walk.walk(role, commands));
    }
    ExecutorService threads = Executors.newFixedThreadPool(walks.size());
    try {
      for (Future<List<String>> done : threads.invokeAll(walks.values())) {
        wrong.addAll(done.get());
      }
    } finally {
      threads.shutdownNow();
    }
    return wrong;
  }

  /** Every attribute and operation as everybody. */
  public List<String> mbeans() throws Exception {
    MBeanWalk walk = new MBeanWalk(matrix, people);
    List<MBeanWalk.Cell> cells = walk.cells();
    List<String> wrong = new ArrayList<>(walk.strangers(cells));
    for (Role role : Role.values()) {
      wrong.addAll(walk.overJmx(role, cells));
      wrong.addAll(walk.overJolokia(role, cells));
    }
    return wrong;
  }

  /** Every request as everybody. */
  public List<String> rest() throws Exception {
    RestWalk walk = new RestWalk(matrix, people);
    List<String> wrong = new ArrayList<>(walk.strangers());
    wrong.addAll(walk.walk());
    return wrong;
  }

  /** Servlets of the whiteboard that do not stand in the context with the guard. */
  public List<String> unguardedServlets() throws Exception {
    List<String> wrong = new ArrayList<>();
    try (JMXConnector door = people.jmx(Role.ADMIN)) {
      MBeanServerConnection server = door.getMBeanServerConnection();
      ObjectName state =
          server.queryNames(new ObjectName("osgi.core:type=serviceState,*"), null).stream()
              .findFirst()
              .orElseThrow();
      long[] ids = ids(server, state);
      int servlets = 0;
      for (long id : ids) {
        String pattern = property(server, state, id, "osgi.http.whiteboard.servlet.pattern");
        if (pattern.isEmpty()) {
          continue;
        }
        servlets++;
        String context = property(server, state, id, "osgi.http.whiteboard.context.select");
        if (!context.matches(".*headgate-(api|metrics).*")) {
          wrong.add(pattern + " stands in " + context);
        }
      }
      if (servlets < 3) {
        wrong.add("only " + servlets + " servlets were found");
      }
    }
    return wrong;
  }

  private static long[] ids(MBeanServerConnection server, ObjectName state) throws Exception {
    return (long[]) server.getAttribute(state, "ServiceIds");
  }

  private static String property(
      MBeanServerConnection server, ObjectName state, long id, String key) throws Exception {
    try {
      Object found =
          server.invoke(
              state,
              "getProperty",
              new Object[] {id, key},
              new String[] {"long", String.class.getName()});
      return found instanceof CompositeData property ? property.values().toString() : "" + found;
    } catch (RuntimeMBeanException noSuchProperty) {
      return "";
    }
  }

  /** Five wrong passwords at one door close every door for that user, for a while. */
  public List<String> throttle() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      expect(wrong, "a guess", 401, status(people.http("tom", "guess" + i)));
    }
    // Each further failure makes the wait longer; more are made until it is long enough to look at.
    for (int i = 0; i < 3; i++) {
      await("the wait is over")
          .atMost(Duration.ofSeconds(30))
          .until(() -> status(people.http("tom", "guess again")) == 401);
    }
    expect(wrong, "REST in the wait", 429, status(people.http("tom", "toms-own-password")));
    expect(
        wrong,
        "Jolokia in the wait",
        403,
        people.http("tom", "toms-own-password").get("/jolokia/version").statusCode());
    if (gets(() -> Ssh.withPassword(node.ports().ssh(), "tom", "toms-own-password").exec("x"))) {
      wrong.add("the console let somebody in who must wait");
    }
    if (gets(() -> new Jmx(node.ports()).as("tom", "toms-own-password"))) {
      wrong.add("JMX let somebody in who must wait");
    }
    expect(wrong, "another user", 200, people.http(Role.VIEWER).get(API + "/node").statusCode());
    Finished key = node.client("node:status");
    if (key.exitCode() != 0) {
      wrong.add("the key does not open the console: " + key.output());
    }
    await("the right password opens again")
        .atMost(Duration.ofSeconds(60))
        .until(() -> status(people.http("tom", "toms-own-password")) == 200);
    return wrong;
  }

  private interface Try {
    Object once() throws Exception;
  }

  private static boolean gets(Try door) {
    try {
      door.once();
      return true;
    } catch (Exception refused) {
      return false;
    }
  }

  private static int status(Http http) throws IOException, InterruptedException {
    return http.get(API + "/node").statusCode();
  }

  private static void expect(List<String> wrong, String what, int expected, int found) {
    if (expected != found) {
      wrong.add("%s: expected %d, found %d".formatted(what, expected, found));
    }
  }

  /** What must be in the trail after some acts. */
  public List<String> trail() throws Exception {
    status(people.http(Role.OPERATOR));
    status(people.http("mallory", "a-wrong-Password"));
    people.ssh(Role.VIEWER).exec("kill:node because");
    people.ssh(Role.OFFICER).exec("alarm:ack there-is-none");
    people.ssh(Role.ADMIN).exec("jaas:user-add x a-wrong-Password");
    people
        .http(Role.VIEWER)
        .status("POST", API + "/control/kill", "{}", "Content-Type", "application/json");
    people.http(Role.OPERATOR).status("DELETE", API + "/logs/there-is-none", "");
    List<String> expected =
        List.of(
            "LOGIN ACCEPTED a-operator rest",
            "LOGIN REFUSED mallory rest",
            "LOGIN ACCEPTED a-viewer console",
            "ACT REFUSED a-viewer console kill:node because",
            "ACT FAILED a-officer console alarm:ack there-is-none",
            "jaas:user-add x ***",
            "ACT REFUSED a-viewer rest POST /api/v1/control/kill",
            "ACT FAILED a-operator rest DELETE /api/v1/logs/there-is-none");
    List<String> wrong = new ArrayList<>();
    String told = Trail.of(people.ssh(Role.OFFICER));
    expected.stream().filter(line -> !told.contains(line)).forEach(line -> wrong.add("no " + line));
    if (told.contains("a-wrong-Password")) {
      wrong.add("the trail holds a password");
    }
    String file = Trail.onDisk(node.distribution().data().resolve("audit"));
    expected.stream()
        .filter(line -> !file.contains(line))
        .forEach(line -> wrong.add("disk " + line));
    return wrong;
  }

  /** Whether any face of the node shows a secret to an admin. */
  public List<String> shown(List<String> secrets) throws Exception {
    List<String> faces = new ArrayList<>();
    for (String command :
        List.of(
            "config:list",
            "config:property-list -p io.headgate.planted",
            "config:property-list -p org.ops4j.pax.web",
            "system:property",
            "scr:list",
            "bundle:services -p",
            "log:display",
            "audit:list --limit 2000 --json",
            "node:status --json",
            "node:health --json",
            "jaas:realm-list")) {
      faces.add(command + "\n" + people.ssh(Role.ADMIN).exec(command).output());
    }
    for (String path :
        List.of(API + "/node", API + "/health", "/jolokia/list", "/jolokia/version")) {
      faces.add(path + "\n" + people.http(Role.ADMIN).get(path).body());
    }
    faces.add(Trail.everyAttribute(people));
    List<String> wrong = new ArrayList<>();
    for (String face : faces) {
      for (String secret : secrets) {
        int at = face.indexOf(secret);
        if (at >= 0) {
          wrong.add(
              face.lines().findFirst().orElse("")
                  + ": …"
                  + face.substring(Math.max(0, at - 80), at));
        }
      }
    }
    return wrong;
  }
}
