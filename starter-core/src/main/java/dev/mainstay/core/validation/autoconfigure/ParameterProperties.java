package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.mode.Rung;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of the rules on parameters.
 *
 * @param duplicateParameters How far it is taken that a parameter is sent more than once
 * of which the handler takes one value; as the mode says if not set
 */
@ConfigurationProperties("mainstay.validation")
record ParameterProperties(@Nullable Rung duplicateParameters) {

}
