package dev.mainstay.bad.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;

final class ImportedBeans {

	@Bean
	@ConditionalOnMissingBean(StringBuilder.class)
	public StringBuilder namedByItsClass() {
		return new StringBuilder();
	}

	@Bean
	@ConditionalOnMissingBean(type = "java.lang.StringBuilder")
	StringBuilder namedByItsName() {
		return new StringBuilder();
	}

	@Bean
	@ConditionalOnMissingBean(CharSequence.class)
	StringBuilder namedByWhatItIsToo() {
		return new StringBuilder();
	}

	@Bean
	@ConditionalOnClass(StringBuilder.class)
	StringBuilder onAClass() {
		return new StringBuilder();
	}

	@Bean
	@ConfigurationProperties(prefix = "mainstay.bad.bean")
	StringBuilder boundToAPrefix() {
		return new StringBuilder();
	}

	@Bean
	Hidden ofAHiddenType() {
		return new Hidden();
	}

	private static final class Hidden {

	}

}
