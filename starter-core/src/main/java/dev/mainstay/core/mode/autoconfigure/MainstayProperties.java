package dev.mainstay.core.mode.autoconfigure;

import dev.mainstay.core.mode.Mode;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of Mainstay as a whole.
 *
 * @param mode Where the rules stand that could break a caller and have no rung of their
 * own
 */
@ConfigurationProperties("mainstay")
record MainstayProperties(@DefaultValue("report") Mode mode) {

}
