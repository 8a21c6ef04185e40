package dev.mainstay.core.hardening.probe.servlet;

import java.io.IOException;
import java.util.Iterator;

import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/**
 * The filters for one dispatch, and the servlet behind them.
 */
final class ProbeChain implements FilterChain {

	private final Iterator<ProbeFilter> filters;

	private final Servlet servlet;

	ProbeChain(Iterator<ProbeFilter> filters, Servlet servlet) {
		this.filters = filters;
		this.servlet = servlet;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response) throws IOException, ServletException {
		if (this.filters.hasNext()) {
			this.filters.next().filter().doFilter(request, response, this);
		}
		else {
			this.servlet.service(request, response);
		}
	}

}
