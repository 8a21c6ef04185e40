package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.validation.Strictness;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the validation of what comes in.
 *
 * @param strictness Where the rules of the validation stand that have no rung of their
 * own: reporting, as the mode says, or enforced
 * @param missingValid How far it is taken that an argument breaks the constraints of its
 * type where the handler does not ask for validation; as the mode says if not set
 */
@ConfigurationProperties("mainstay.validation")
record ValidationProperties(@DefaultValue("standard") Strictness strictness, @Nullable Rung missingValid) {

}
