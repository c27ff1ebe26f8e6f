package io.headgate.rest.internal.problem;

import java.io.IOException;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a resource throws into a problem; nothing of the inside of the node leaks out. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

  @Context private @Nullable HttpServletRequest request;

  @Override
  public Response toResponse(Throwable failure) {
    Problem problem = problemOf(failure);
    HttpServletRequest current = request;
    String instance = current == null ? "" : current.getRequestURI();
    Response.ResponseBuilder answer =
        Response.status(problem.status())
            .type(Problem.MEDIA_TYPE)
            .entity(problem.body(instance == null ? "" : instance));
    problem.headers().forEach(answer::header);
    return answer.build();
  }

  /** The problem that a failure is told as; logs it where a person must look. */
  public static Problem problemOf(Throwable failure) {
    if (failure instanceof ProblemException known) {
      return known.problem();
    }
    if (failure instanceof WebApplicationException http) {
      return ofStatus(http);
    }
    if (failure instanceof IOException) {
      LOG.debug("The client went away", failure);
      return ProblemType.MALFORMED_REQUEST.problem("The connection broke.");
    }
    String logId = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("Request failed, log id {}", logId, failure);
    return ProblemType.INTERNAL
        .problem(
            "The request failed inside the node; its log tells why under log id %s. If it was an order, ask again with the same Idempotency-Key."
                .formatted(logId))
        .with("logId", logId);
  }

  private static Problem ofStatus(WebApplicationException http) {
    Response response = http.getResponse();
    int status = response.getStatus();
    return switch (status) {
      case 404 -> ProblemType.NOT_FOUND.problem("No resource has this path. See openapi.json.");
      case 405 ->
          ProblemType.METHOD_NOT_ALLOWED.problem(
              "The resource does not know this method. See openapi.json.");
      case 406 ->
          ProblemType.NOT_ACCEPTABLE.problem(
              "The answer is application/json (application/problem+json for errors): send Accept: application/json or no Accept header.");
      case 413 -> ProblemType.TOO_LARGE.problem("The body is too large.");
      case 415 ->
          ProblemType.UNSUPPORTED_MEDIA_TYPE.problem("Send Content-Type: application/json.");
      default -> other(http, status);
    };
  }

  private static Problem other(WebApplicationException http, int status) {
    if (status >= 400 && status < 500) {
      return ProblemType.MALFORMED_REQUEST.problem(
          "The request cannot be read. See openapi.json for what this resource takes.");
    }
    return problemOf(new IllegalStateException("unexpected status " + status, http));
  }
}
