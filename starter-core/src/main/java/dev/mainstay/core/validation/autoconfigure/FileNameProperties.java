package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.mode.Rung;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of the rule on the names of uploaded files.
 *
 * @param fileNames How far it is taken that the name of an uploaded file holds a path or
 * control characters; as the mode says if not set
 */
@ConfigurationProperties("mainstay.validation")
record FileNameProperties(@Nullable Rung fileNames) {

}
