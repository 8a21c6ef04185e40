package dev.mainstay.resilience.http;

import java.io.IOException;

import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Executes one attempt of a call.
 */
@FunctionalInterface
interface Exchange {

	/**
	 * Execute a request that nobody has executed yet.
	 * @param request the request
	 * @return the answer
	 * @throws IOException if there is none
	 */
	ClientHttpResponse execute(ClientHttpRequest request) throws IOException;

}
