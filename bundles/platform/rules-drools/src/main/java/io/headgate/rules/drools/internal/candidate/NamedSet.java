package io.headgate.rules.drools.internal.candidate;

import io.headgate.rules.drools.internal.load.SetFiles;
import io.headgate.spi.limits.LimitTrial;
import org.jspecify.annotations.Nullable;

/**
 * A set that somebody has named.
 *
 * @param name as it was named
 * @param files its files
 * @param limits limits that stand beside its policies; null if none do
 */
record NamedSet(String name, SetFiles files, @Nullable LimitTrial limits) {}
