/** ONNX models as scorers. */
@NullMarked
package io.headgate.scorers.onnx.internal;

import org.jspecify.annotations.NullMarked;
