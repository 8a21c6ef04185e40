package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.mode.Rung;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of the rules on bodies.
 *
 * @param largeBody How far it is taken that a body is larger than usual; as the mode says
 * if not set
 * @param compressedBody How far it is taken that a body comes compressed, which nothing
 * in the framework reads; as the mode says if not set
 */
@ConfigurationProperties("mainstay.validation")
record BodyRuleProperties(@Nullable Rung largeBody, @Nullable Rung compressedBody) {

}
