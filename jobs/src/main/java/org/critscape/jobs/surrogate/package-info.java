/** Baseline surrogates of data sets: trained on one split, judged on the others, exported as ONNX. */
@NullMarked
package org.critscape.jobs.surrogate;

import org.jspecify.annotations.NullMarked;
