package dev.mainstay.core.request;

import org.jspecify.annotations.Nullable;

/**
 * What a server knows when a request ends.
 *
 * @param status the status of the answer, used only if its head was not seen going out;
 * {@code null} if nothing was answered
 * @param aborted whether the client went away before it had the whole answer
 * @param requestBytes the size of the request's body, -1 if not known
 * @param responseBytes the size of the answer's body, -1 if not known
 * @since 0.1.0
 */
public record RequestEnd(@Nullable Integer status, boolean aborted, long requestBytes, long responseBytes) {

}
