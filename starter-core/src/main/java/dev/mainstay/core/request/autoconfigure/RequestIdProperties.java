package dev.mainstay.core.request.autoconfigure;

import dev.mainstay.core.request.RequestIds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the request's identity.
 *
 * @param header Name of the header that carries the identity in and out
 */
@ConfigurationProperties("mainstay.request-id")
record RequestIdProperties(@DefaultValue(RequestIds.DEFAULT_HEADER) String header) {

}
