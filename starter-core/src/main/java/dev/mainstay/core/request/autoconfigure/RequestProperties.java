package dev.mainstay.core.request.autoconfigure;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of what comes in.
 *
 * @param trustedProxies Comma-separated list of the addresses and CIDR blocks of the
 * proxies whose word on the client's address is taken
 */
@ConfigurationProperties("mainstay")
record RequestProperties(@DefaultValue List<String> trustedProxies) {

}
