package io.headgate.rest.internal.access;

import io.headgate.rest.internal.json.JsonBodies;
import io.headgate.rest.internal.problem.ProblemType;
import java.util.Locale;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;

/** What every request must fulfil, whoever sends it and wherever it goes. */
final class RequestChecks {

  private static final Set<String> SAFE = Set.of("GET", "HEAD");
  private static final Set<String> OWN_SITE = Set.of("none", "same-origin");

  private RequestChecks() {}

  /**
   * Refuses what a browser sends on behalf of another site: it would carry the user's credentials.
   * Following a link here by hand stays possible.
   */
  static void refuseOtherSites(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site == null || OWN_SITE.contains(site)) {
      return;
    }
    boolean navigation =
        "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
            && SAFE.contains(request.getMethod());
    if (!navigation) {
      throw ProblemType.CROSS_SITE.because(
          "The browser says that this request comes from another site (Sec-Fetch-Site: %s)."
              .formatted(site));
    }
  }

  /**
   * Refuses a POST or PUT whose type a plain HTML form could send, and what is too long to be read.
   */
  static void refuseOtherTypes(HttpServletRequest request) {
    String method = request.getMethod();
    if (method.equals("POST") || method.equals("PUT")) {
      String type = request.getContentType();
      String media = type == null ? "" : type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
      if (!media.equals("application/json")) {
        throw ProblemType.UNSUPPORTED_MEDIA_TYPE
            .problem(
                "Content-Type is %s, expected application/json (a request without a body needs it too, so that no other site's form can send it)."
                    .formatted(type == null ? "missing" : type))
            .header("Accept-Post", "application/json")
            .exception();
      }
    }
    if (request.getContentLengthLong() > JsonBodies.MAX_BYTES) {
      throw JsonBodies.tooLarge();
    }
  }
}
