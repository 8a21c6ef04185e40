/**
 * A collector of telemetry that reads what it is sent, and can fail in many ways. Needs
 * {@code io.opentelemetry.proto:opentelemetry-proto}, which a module has to name itself:
 * Protocol Buffers on the class path change what Spring WebFlux can read and write.
 */
@NullMarked
package dev.mainstay.tests.harness.otlp;

import org.jspecify.annotations.NullMarked;
