package dev.mainstay.core.hardening.probe.servlet;

import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.MappingMatch;

/**
 * The mapping of a servlet that has a path of its own.
 *
 * @param path the path
 */
record PathOfServlet(String path) implements HttpServletMapping {

	@Override
	public String getMatchValue() {
		return "";
	}

	@Override
	public String getPattern() {
		return this.path + "/*";
	}

	@Override
	public String getServletName() {
		return "dispatcherServlet";
	}

	@Override
	public MappingMatch getMappingMatch() {
		return MappingMatch.PATH;
	}

}
