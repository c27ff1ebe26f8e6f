package io.headgate.itests.node;

/** What a command left behind. Both streams are in {@code output}, as they came. */
public record Finished(int exitCode, String output) {}
