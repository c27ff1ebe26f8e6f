package io.headgate.routes.camel.internal.file;

/**
 * A route file, read whole.
 *
 * @param name file name, with its ending
 * @param content what it says
 */
public record RouteText(String name, String content) {}
