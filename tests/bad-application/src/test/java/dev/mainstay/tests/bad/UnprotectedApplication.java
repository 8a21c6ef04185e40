package dev.mainstay.tests.bad;

import java.security.cert.X509Certificate;

import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.client.RestTemplate;

/**
 * A shop without Spring Security on a real database, as a hurried team leaves it:
 * everything that works, and nothing that protects.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableCaching
@EnableScheduling
@EnableResilientMethods
@Import({ ArticleController.class, OrderController.class, StockClient.class, NightlyJobs.class })
class UnprotectedApplication {

	@Bean
	RestTemplate stockTemplate() {
		return new RestTemplate();
	}

	/** For the files of a supplier, which are large. */
	@Bean(defaultCandidate = false)
	JsonMapper importMapper() {
		StreamReadConstraints everything = StreamReadConstraints.builder().maxNestingDepth(100_000).build();
		return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(everything).build()).build();
	}

	/** Because it was fun once. */
	@Bean
	FilterRegistrationBean<Filter> poweredBy() {
		return new FilterRegistrationBean<>((request, response, chain) -> {
			((HttpServletResponse) response).setHeader("X-Powered-By", "Shop 1.2");
			chain.doFilter(request, response);
		});
	}

	/** Because the certificate of the test system was never right. */
	@Bean
	TrustManager trustingManager() {
		return new X509TrustManager() {

			@Override
			public void checkClientTrusted(X509Certificate[] chain, String type) {
			}

			@Override
			public void checkServerTrusted(X509Certificate[] chain, String type) {
			}

			@Override
			public X509Certificate[] getAcceptedIssuers() {
				return new X509Certificate[0];
			}

		};
	}

}
