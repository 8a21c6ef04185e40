/**
 * What is generated from the objectives of a service: rules for Prometheus, their tests
 * and dashboards for Grafana, the same bytes for the same objectives.
 */
@NullMarked
package dev.mainstay.observability.slo.generate;

import org.jspecify.annotations.NullMarked;
