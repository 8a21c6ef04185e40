package dev.mainstay.core.mode;

import org.jspecify.annotations.Nullable;

/**
 * A feature and what became of it in this application.
 *
 * @param name the name, as in the catalogue {@code META-INF/mainstay/features.properties}
 * @param state what became of it
 * @param property the property that switches it
 * @param reason why it is not on, naming the bean, file or property in whose favour it
 * backs off; or a remark on how it works; {@code null} if there is nothing to say
 * @since 0.1.0
 */
public record Feature(String name, FeatureState state, String property, @Nullable String reason) {

}
