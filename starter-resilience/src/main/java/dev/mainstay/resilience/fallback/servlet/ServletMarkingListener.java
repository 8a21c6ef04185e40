package dev.mainstay.resilience.fallback.servlet;

import java.util.Arrays;

import dev.mainstay.resilience.fallback.FallbackListener;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.util.StringUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Marks the answer to the request of the current thread with a header. An answer that is
 * already on its way stays as it is, and so does one that another thread works for.
 * Thread-safe.
 *
 * @param header the name of the header
 * @since 0.1.0
 */
public record ServletMarkingListener(String header) implements FallbackListener {

	@Override
	public void onFallback(String client, String cause) {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
			HttpServletResponse response = attributes.getResponse();
			if (response != null && !response.isCommitted()) {
				mark(response, client);
			}
		}
	}

	private void mark(HttpServletResponse response, String client) {
		String marked = response.getHeader(this.header);
		if (marked == null) {
			response.setHeader(this.header, client);
		}
		else if (!Arrays.asList(StringUtils.tokenizeToStringArray(marked, ",")).contains(client)) {
			response.setHeader(this.header, marked + ", " + client);
		}
	}

}
