package io.headgate.rest.internal.access;

import io.headgate.rest.internal.json.Json;
import io.headgate.rest.internal.problem.Problem;
import io.headgate.rest.internal.problem.ProblemException;
import io.headgate.rest.internal.problem.ProblemMapper;
import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Stands before everything below {@code /api/v1}, resources, event streams and the OpenAPI document
 * alike: who is it, is there such a thing, may this login do it.
 */
public final class Guard {

  private final Doorkeeper doorkeeper;
  private final ActNotes notes;

  /** A guard who leaves credentials to a doorkeeper and notes whom he turns away. */
  public Guard(Doorkeeper doorkeeper, ActNotes notes) {
    this.doorkeeper = doorkeeper;
    this.notes = notes;
  }

  /**
   * Lets a request pass or answers it.
   *
   * @return whether it may pass
   */
  public boolean letsPass(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    try {
      RequestChecks.refuseOtherSites(request);
      Login login =
          doorkeeper.admit(
              request.getHeader("Authorization"), request.getRemoteAddr(), request.getRemotePort());
      login.attachTo(request);
      AccessRule rule = AccessRules.admit(request.getMethod(), path(request), login);
      RequestChecks.refuseOtherTypes(request);
      rule.attachTo(request);
      return true;
    } catch (ProblemException e) {
      if (e.problem().status() == HttpServletResponse.SC_FORBIDDEN) {
        notes.refused(request, e.problem().detail());
      }
      answer(e.problem(), request, response);
      return false;
    } catch (RuntimeException e) {
      answer(ProblemMapper.problemOf(e), request, response);
      return false;
    }
  }

  /** The path below {@code /api/v1} as the client sent it; nothing is decoded or tidied up. */
  private static String path(HttpServletRequest request) {
    String uri = request.getRequestURI();
    String context = request.getContextPath();
    return uri.startsWith(context) ? uri.substring(context.length()) : "";
  }

  /** Answers with a problem. */
  public static void answer(
      Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = Json.write(problem.body(request.getRequestURI()));
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    problem.headers().forEach(response::setHeader);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
