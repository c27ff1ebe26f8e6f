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
   *
   * <p>Where there is no body there need be no type, except for a browser: a page of another site
   * could send that without being asked. All browsers send {@code Origin} with a POST.
   */
  static void refuseOtherTypes(HttpServletRequest request) {
    String method = request.getMethod();
    if ((method.equals("POST") || method.equals("PUT")) && !isBare(request)) {
      String type = request.getContentType();
      String media = type == null ? "" : type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
      if (!media.equals("application/json")) {
        throw ProblemType.UNSUPPORTED_MEDIA_TYPE
            .problem(
                "Content-Type is %s, expected application/json. Only a request that has no body and comes from no browser may leave it out."
                    .formatted(type == null ? "missing" : shown(type)))
            .header("Accept-Post", "application/json")
            .exception();
      }
    }
    long length = request.getContentLengthLong();
    if (length > JsonBodies.MAX_BYTES) {
      throw JsonBodies.tooLarge(length + " bytes");
    }
  }

  /** Whether a request has neither body nor type and no page in a browser can have sent it. */
  private static boolean isBare(HttpServletRequest request) {
    return request.getContentType() == null
        && request.getContentLengthLong() <= 0
        && request.getHeader("Transfer-Encoding") == null
        && request.getHeader("Origin") == null
        && request.getHeader("Sec-Fetch-Site") == null;
  }

  private static String shown(String type) {
    return type.length() > 100 ? type.substring(0, 100) + "…" : type;
  }
}
