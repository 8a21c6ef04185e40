package dev.mainstay.core.hardening.probe.servlet;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import org.jspecify.annotations.Nullable;

/**
 * What a container tells a filter.
 *
 * @param name the name of the filter
 * @param context the context of the servlets
 * @param parameters the parameters of the filter
 */
record ProbeFilterConfig(String name, ServletContext context, Map<String, String> parameters) implements FilterConfig {

	@Override
	public String getFilterName() {
		return this.name;
	}

	@Override
	public ServletContext getServletContext() {
		return this.context;
	}

	@Override
	public @Nullable String getInitParameter(String parameter) {
		return this.parameters.get(parameter);
	}

	@Override
	public Enumeration<String> getInitParameterNames() {
		return Collections.enumeration(this.parameters.keySet());
	}

}
