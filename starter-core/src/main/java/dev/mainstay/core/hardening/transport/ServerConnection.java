package dev.mainstay.core.hardening.transport;

import java.util.Collection;

/**
 * A connection to a server that is no database with a JDBC URL.
 *
 * @param what what kind of server it is
 * @param hosts where it is, as far as that can be seen
 * @param encrypted whether nothing goes there without TLS
 * @param seen what says so, without any secret
 */
record ServerConnection(String what, Collection<String> hosts, boolean encrypted, String seen) {

}
