package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.mode.Rung;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of the validation of what comes in.
 *
 * @param missingValid How far it is taken that an argument breaks the constraints of its
 * type where the handler does not ask for validation; as the mode says if not set
 */
@ConfigurationProperties("mainstay.validation")
record ValidationProperties(@Nullable Rung missingValid) {

}
