package io.headgate.rest.internal.server;

import io.headgate.rest.internal.access.ActNotes;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;

/** Tells the notes how each request ended. */
public final class ActFilter implements ContainerResponseFilter {

  private final ActNotes notes;

  @Context private @Nullable HttpServletRequest request;

  ActFilter(ActNotes notes) {
    this.notes = notes;
  }

  @Override
  public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
    HttpServletRequest current = request;
    if (current != null) {
      notes.answered(current, answer.getStatus());
    }
  }
}
