package dev.mainstay.core.management.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the guard.
 *
 * @param loopback Whether a process on the same machine may call the guarded management
 * endpoints; switch it off behind a proxy on the same machine that adds no forwarding
 * header
 * @param access Whether the guarded endpoints may change something for callers who are
 * admitted, or only be read
 */
@ConfigurationProperties("mainstay.security.management")
record ManagementGuardProperties(@DefaultValue("true") boolean loopback,
		@DefaultValue("read-only") GuardedAccess access) {

}
