/**
 * Measures what a service costs that logs and traces, beside the same with what Spring
 * Boot has for it.
 */
@NullMarked
package dev.mainstay.benchmarks.service;

import org.jspecify.annotations.NullMarked;
