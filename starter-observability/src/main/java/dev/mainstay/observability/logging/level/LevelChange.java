package dev.mainstay.observability.logging.level;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LogLevel;

/**
 * The level that somebody asks for.
 *
 * @param name the name of a logger or of a group of loggers
 * @param level the level, {@code null} for the one that is inherited
 * @param ttl how long it is to last, {@code null} for good
 * @since 0.1.0
 */
public record LevelChange(String name, @Nullable LogLevel level, @Nullable Duration ttl) {

}
