package dev.mainstay.observability.logging;

/**
 * An appender of Mainstay's that writes nothing and only wants to know what is logged:
 * whoever asks what becomes of lines passes it over.
 *
 * @since 0.1.0
 */
public interface SilentAppender {

}
