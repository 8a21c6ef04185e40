package dev.mainstay.core.validation.json;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Mappers that an application may have.
 */
final class Mappers {

	private Mappers() {
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnMapper {

		@Bean
		JsonMapper ownMapper() {
			return JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class BuiltMapper {

		@Bean
		JsonMapper builtMapper(JsonMapper.Builder builder) {
			return builder.build();
		}

		@Bean
		JsonMapperBuilderCustomizer caseless() {
			return (builder) -> builder.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES);
		}

	}

}
