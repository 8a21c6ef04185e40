/**
 * How fast the budgets of objectives burn, as this instance sees it.
 */
@NullMarked
package dev.mainstay.observability.slo.burn;

import org.jspecify.annotations.NullMarked;
