package dev.mainstay.benchmarks.security;

import java.util.List;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * A service that does as little as a service can, so that its headers and the guard of
 * its endpoint show.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ SecurityApplication.Answers.class, SecurityApplication.TinyEndpoint.class })
public class SecurityApplication {

	/** The headers that Mainstay sets on data, by the means of Spring Security. */
	@Bean
	@ConditionalOnBooleanProperty("benchmark.spring-security")
	FilterRegistrationBean<HeaderWriterFilter> headersOfSpringSecurity() {
		ContentSecurityPolicyHeaderWriter policy = new ContentSecurityPolicyHeaderWriter(
				"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
		CrossOriginOpenerPolicyHeaderWriter opener = new CrossOriginOpenerPolicyHeaderWriter();
		opener.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
		CrossOriginResourcePolicyHeaderWriter resource = new CrossOriginResourcePolicyHeaderWriter();
		resource.setPolicy(CrossOriginResourcePolicy.SAME_ORIGIN);
		List<HeaderWriter> writers = List.of(new XContentTypeOptionsHeaderWriter(), policy,
				new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
				new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER), opener, resource,
				new PermissionsPolicyHeaderWriter("accelerometer=(), camera=(), geolocation=(), microphone=(), "
						+ "payment=(), usb=(), browsing-topics=()"),
				new CacheControlHeadersWriter());
		return new FilterRegistrationBean<>(new HeaderWriterFilter(writers));
	}

	record Item(String sku, int quantity) {

	}

	@RestController
	static class Answers {

		@GetMapping("/items/{id}")
		Item find(@PathVariable int id) {
			return new Item("A-1", id);
		}

		/** Ends as JSON does, by which the client knows its end. */
		@GetMapping(path = "/page", produces = MediaType.TEXT_HTML_VALUE)
		String page() {
			return "<!DOCTYPE html><title>Page</title><style>p {color: red}";
		}

	}

	@Endpoint(id = "tiny")
	static class TinyEndpoint {

		@ReadOperation
		Item read() {
			return new Item("A-1", 7);
		}

	}

}
