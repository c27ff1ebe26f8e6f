package io.headgate.rest.internal.server;

import io.headgate.rest.internal.access.AccessRule;
import io.headgate.rest.internal.access.QueryNames;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the router has picked with what the guard has let in, so that no trick with paths
 * or method overrides reaches a method for which the login was not checked. Then the names in the
 * query are compared with those that the method takes.
 */
public final class RouteCheck implements ContainerRequestFilter {

  @Context private @Nullable ResourceInfo picked;

  @Context private @Nullable HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext context) {
    ResourceInfo info = picked;
    HttpServletRequest current = request;
    if (info == null
        || current == null
        || !AccessRule.letIn(current, methodOf(info.getResourceMethod()), templateOf(info))) {
      throw new IllegalStateException("the router went where the guard did not look");
    }
    QueryNames.check(
        context.getUriInfo().getQueryParameters(), parametersOf(info.getResourceMethod()));
  }

  private static Set<String> parametersOf(Method method) {
    Set<String> names = new HashSet<>();
    for (Parameter parameter : method.getParameters()) {
      QueryParam query = parameter.getAnnotation(QueryParam.class);
      if (query != null) {
        names.add(query.value());
      }
    }
    return names;
  }

  /** HTTP method of a resource method. */
  static String methodOf(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (http != null) {
        return http.value();
      }
    }
    return "";
  }

  private static String templateOf(ResourceInfo info) {
    return templateOf(info.getResourceClass(), info.getResourceMethod());
  }

  /** Path of a resource method as the access rules write it. */
  static String templateOf(Class<?> resource, Method method) {
    Path root = resource.getAnnotation(Path.class);
    Path below = method.getAnnotation(Path.class);
    return (root == null ? "" : root.value()) + (below == null ? "" : below.value());
  }
}
