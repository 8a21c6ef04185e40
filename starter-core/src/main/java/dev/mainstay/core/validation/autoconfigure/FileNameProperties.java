package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.mode.Rung;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of the rule on the names of uploaded files.
 *
 * @param fileNames How far it is taken that the name of an uploaded file leads out of a
 * directory or holds control characters; as the mode says if not set
 */
@ConfigurationProperties("mainstay.validation")
record FileNameProperties(@Nullable Rung fileNames) {

}
