/**
 * The routes of an application, which objectives may name.
 */
@NullMarked
package dev.mainstay.observability.slo.routes;

import org.jspecify.annotations.NullMarked;
