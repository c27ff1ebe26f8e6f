package io.headgate.itests.walls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headgate.itests.node.Jolokia;
import io.headgate.itests.node.NodeProcess;
import io.headgate.itests.node.Ssh;
import io.headgate.itests.walls.Matrix.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.Query;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.sshd.client.channel.ChannelDirectTcpip;
import org.apache.sshd.client.channel.ChannelSubsystem;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.common.util.net.SshdSocketAddress;

/** What somebody tries who wants more than the role gives. What got through comes back as text. */
public final class Attacks {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final List<String> LINES =
      List.of(
          "shell:exec touch CANARY",
          "exec touch CANARY",
          "*:exec touch CANARY",
          "a = { shell:exec touch CANARY }; a",
          "SCOPE = *; exec touch CANARY",
          "echo hello > CANARY",
          "node:status > CANARY",
          "node:status | tac -f CANARY",
          "each [1 2] { shell:exec touch CANARY }",
          "shell:source etc/shell.init.script",
          "cat etc/users.properties",
          "less etc/users.properties",
          "(\"\" class)",
          "((\"\" class) forName java.lang.Runtime)",
          "x = \"abc\"; ($x length)",
          "($.context bundles)",
          "($.session execute \"shell:exec touch CANARY\")",
          "shell:new java.io.FileWriter CANARY",
          "alias gone = { system:shutdown -f }; gone",
          "addcommand mine $.context",
          "eval \"system:shutdown -f\"",
          "jaas:sudo system:shutdown -f",
          "jaas:su admin",
          "bundle:stop 0",
          "config:property-set -p org.apache.karaf.command.acl.system shutdown viewer",
          "ssh:ssh -l admin 127.0.0.1",
          "shell:watch bundle:list",
          "while { true } { shell:exec touch CANARY }");

  private final NodeProcess node;
  private final People people;
  private final SSLContext trust;

  Attacks(NodeProcess node, People people, SSLContext trust) {
    this.node = node;
    this.people = people;
    this.trust = trust;
  }

  /** Pipes, closures, redirections, variables, scripts and Java from the console. */
  public List<String> onTheConsole(Path canary) throws Exception {
    ConsoleWalk walk = new ConsoleWalk(Matrix.read(), people);
    List<String> lines =
        LINES.stream().map(line -> line.replace("CANARY", canary.toString())).toList();
    List<String> through = new ArrayList<>();
    for (Role role : List.of(Role.VIEWER, Role.OPERATOR, Role.OFFICER)) {
      through.addAll(walk.attack(role, lines));
    }
    return through;
  }

  /** Files and tunnels over the console's port. */
  public List<String> besideTheConsole() throws Exception {
    List<String> through = new ArrayList<>();
    for (Role role : List.of(Role.VIEWER, Role.ADMIN)) {
      Ssh ssh = people.ssh(role);
      if (ssh.exec("scp -f etc/users.properties").output().contains("_g_")) {
        through.add(role + " copies users.properties");
      }
      ssh.login(
          session -> {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try (ChannelSubsystem sftp = session.createSubsystemChannel("sftp")) {
              sftp.setOut(answer);
              sftp.open().verify(PATIENCE);
              // The greeting of the protocol; who serves it answers with a version.
              sftp.getInvertedIn().write(new byte[] {0, 0, 0, 5, 1, 0, 0, 0, 3});
              sftp.getInvertedIn().flush();
              sftp.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), Duration.ofSeconds(3));
              if (answer.size() > 0) {
                through.add(role + " is served files");
              }
            } catch (IOException refused) {
              // as it should be
            }
          });
      SshdSocketAddress here = new SshdSocketAddress("127.0.0.1", 1);
      SshdSocketAddress there = new SshdSocketAddress("127.0.0.1", node.ports().http());
      ssh.login(
          session -> {
            try (ChannelDirectTcpip tunnel = session.createDirectTcpipChannel(here, there)) {
              tunnel.open().verify(PATIENCE);
              through.add(role + " opens a tunnel");
            } catch (IOException refused) {
              // as it should be
            }
          });
    }
    return through;
  }

  private interface Call {
    Object on(MBeanServerConnection server) throws Exception;
  }

  /** MBeans made and removed, values guessed, objects of strange classes for credentials. */
  public List<String> overJmx() throws Exception {
    ObjectName mlet = new ObjectName("x:type=MLet");
    ObjectName ours = new ObjectName("io.headgate:type=Node");
    Map<String, Call> calls = new HashMap<>();
    calls.put("MLet", s -> s.createMBean("javax.management.loading.MLet", mlet));
    calls.put("Timer", s -> s.createMBean("javax.management.timer.Timer", mlet));
    calls.put(
        "removed",
        s -> {
          s.unregisterMBean(ours);
          return "";
        });
    calls.put("guessed", s -> s.queryNames(null, Query.match(Query.attr("Id"), Query.value("N*"))));
    calls.put(
        "several",
        s ->
            s.getAttributes(
                new ObjectName("java.lang:type=Runtime"),
                new String[] {"Pid", "SystemProperties"}));
    List<String> through = new ArrayList<>();
    for (Role role : List.of(Role.VIEWER, Role.OPERATOR, Role.OFFICER)) {
      try (JMXConnector door = people.jmx(role)) {
        for (Map.Entry<String, Call> call : calls.entrySet()) {
          try {
            Object got = call.getValue().on(door.getMBeanServerConnection());
            through.add(role + ": " + call.getKey() + " → " + got);
          } catch (SecurityException refused) {
            // as it should be
          }
        }
      }
    }
    through.addAll(strangeCredentials());
    return through;
  }

  // What is looked up is the registry that this test has just started, on loopback.
  @SuppressWarnings("BanJNDI")
  private List<String> strangeCredentials() throws IOException {
    JMXServiceURL url =
        new JMXServiceURL(
            "service:jmx:rmi:///jndi/rmi://127.0.0.1:" + node.ports().jmx() + "/karaf-headgate");
    Object strange = new HashMap<>(Map.of("a", "b"));
    try (JMXConnector door =
        JMXConnectorFactory.connect(url, Map.of(JMXConnector.CREDENTIALS, strange))) {
      return List.of("in with a map: " + door.getConnectionId());
    } catch (SecurityException | IOException refused) {
      String why = refused + " " + refused.getCause();
      return why.contains("filter") || why.contains("REJECTED") || why.contains("InvalidClass")
          ? List.of()
          : List.of("a map for credentials was read: " + why);
    }
  }

  /** Bulk, proxy, GET, and pages of other sites. */
  public List<String> overJolokia() throws Exception {
    List<String> through = new ArrayList<>();
    String runtime = "\"mbean\":\"java.lang:type=Runtime\"";
    JsonNode bulk =
        JSON.readTree(
            """
            [{"type":"exec","mbean":"java.lang:type=Memory","operation":"gc"},
             {"type":"read",%s,"attribute":"SystemProperties"},
             {"type":"read",%s,"attribute":["Pid","InputArguments"]},
             {"type":"write","mbean":"java.lang:type=Memory","attribute":"Verbose","value":true},
             {"type":"read",%s,"attribute":"Pid","target":{"url":"service:jmx:rmi:///x"}},
             {"type":"exec","mbean":"jolokia:type=Config","operation":"resetDebugInfo"}]
            """
                .formatted(runtime, runtime, runtime));
    JsonNode answers = new Jolokia(people.http(Role.VIEWER)).bulk(bulk);
    for (int i = 0; i < bulk.size(); i++) {
      JsonNode answer = answers.path(i);
      if (answer.path("status").asInt() == 200
          && !answer.path("value").has("Pid")
          && !bulk.path(i).has("target")) {
        through.add(bulk.path(i) + " → " + answer);
      }
      if (bulk.path(i).has("target") && answer.path("status").asInt() == 200) {
        through.add("a proxy: " + answer);
      }
      if (answer.toString().contains("karaf.home") || answer.toString().contains("-Xmx")) {
        through.add("read: " + bulk.path(i));
      }
      if (answer.has("stacktrace")) {
        through.add("a stack trace for " + bulk.path(i));
      }
    }
    String gc = people.http(Role.VIEWER).get("/jolokia/exec/java.lang:type=Memory/gc").body();
    if (!gc.contains("403")) {
      through.add("GET exec → " + gc);
    }
    String other = raw("GET", "/jolokia/version", Role.ADMIN, "Origin: https://evil.example");
    if (other.contains("\"agent\"")) {
      through.add("another site's page gets " + other);
    }
    if (people.nobody().get("/jolokia/version").statusCode() < 401) {
      through.add("Jolokia answers nobody");
    }
    return through;
  }

  /** Paths that readers understand differently, methods and headers that pretend. */
  public List<String> overHttp() throws Exception {
    List<String> through = new ArrayList<>();
    for (String path :
        List.of(
            "/api/v1//control/kill",
            "/api/v1/control/kill;jsessionid=1",
            "/api/v1/control;x/kill",
            "/api/v1/./control/kill",
            "/api/v1/node/../control/kill",
            "/api/v1/%63ontrol/kill",
            "/api/v1/control%2fkill",
            "/api/v1/control/kill/",
            "/api/v1/control/kill%00",
            "/API/V1/control/kill",
            "/api/v1\\control\\kill",
            "/jolokia/../api/v1/control/kill",
            "/cxf/control/kill",
            "/control/kill")) {
      String answer = raw("POST", path, Role.VIEWER, "X-Nothing: 1");
      if (answer.startsWith("HTTP/1.1 2")) {
        through.add(path + " → " + answer);
      }
    }
    for (String header :
        List.of(
            "X-HTTP-Method-Override: POST",
            "X-Method-Override: POST",
            "X-Forwarded-User: admin",
            "X-Remote-User: admin",
            "Remote-User: admin",
            "X-Forwarded-For: 127.0.0.1",
            "X-Original-URL: /api/v1/node",
            "X-Rewrite-URL: /api/v1/node")) {
      if (raw("POST", "/api/v1/control/kill", Role.VIEWER, header).startsWith("HTTP/1.1 2")) {
        through.add("a viewer kills with " + header);
      }
      if (raw("GET", "/api/v1/node", "stranger:wrong", header).startsWith("HTTP/1.1 2")) {
        through.add("a wrong password reads with " + header);
      }
    }
    for (String method : List.of("OPTIONS", "TRACE", "PATCH", "PROPFIND", "CONNECT", "get")) {
      if (raw(method, "/api/v1/node", ":", "X-Nothing: 1").startsWith("HTTP/1.1 2")) {
        through.add(method + " answers nobody");
      }
    }
    return through;
  }

  private String raw(String method, String path, Role role, String header) throws IOException {
    return raw(method, path, People.name(role) + ":" + people.password(role), header);
  }

  private String raw(String method, String path, String login, String header) throws IOException {
    String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    String authorization = login.equals(":") ? "" : "Authorization: Basic " + basic + "\r\n";
    String request =
        "%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n%s%s\r\n"
                .formatted(method, path, authorization, header)
            + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    try (Socket socket = trust.getSocketFactory().createSocket("127.0.0.1", node.ports().http())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      InputStream in = socket.getInputStream();
      // Who answers CONNECT keeps the connection for a tunnel: its first line is all that comes.
      return method.equals("CONNECT") ? firstLine(in) : text(in);
    }
  }

  private static String firstLine(InputStream in) {
    StringBuilder line = new StringBuilder();
    try {
      for (int next = in.read(); next >= 0 && next != '\r'; next = in.read()) {
        line.append((char) next);
      }
    } catch (IOException hungUp) {
      // What came until then counts.
    }
    return line.toString();
  }

  private static String text(InputStream in) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      in.transferTo(bytes);
    } catch (IOException hungUp) {
      // What came until then counts.
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  /** In the clear, and with protocols that are broken. */
  public List<String> withoutTls() throws IOException {
    List<String> through = new ArrayList<>();
    for (int port : List.of(node.ports().http(), node.ports().jmx() + 1)) {
      try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port)) {
        plain.setSoTimeout(5000);
        plain
            .getOutputStream()
            .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        if (text(plain.getInputStream()).startsWith("HTTP/")) {
          through.add("port " + port + " answers in the clear");
        }
      }
      for (String protocol : List.of("TLSv1", "TLSv1.1")) {
        if (shakesHands(port, protocol)) {
          through.add("port " + port + " takes " + protocol);
        }
      }
      for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
        if (!shakesHands(port, protocol)) {
          through.add("port " + port + " does not take " + protocol);
        }
      }
    }
    return through;
  }

  private boolean shakesHands(int port, String protocol) throws IOException {
    try (SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      socket.setEnabledProtocols(new String[] {protocol});
      socket.startHandshake();
      return socket.getSession().getProtocol().equals(protocol);
    } catch (SSLException | java.net.SocketException refused) {
      return false;
    }
  }
}
