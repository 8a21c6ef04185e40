package dev.mainstay.security.secrets.ssl;

import java.time.Instant;

/**
 * A certificate that the server presents or trusts.
 *
 * @param place the prefix of the properties that name it, such as {@code server.ssl}
 * @param source which store it is in, {@code keystore} or {@code truststore}
 * @param subject whose it is
 * @param end when it ends
 * @since 0.1.0
 */
public record ServerCertificate(String place, String source, String subject, Instant end) {

}
