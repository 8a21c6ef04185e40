package dev.mainstay.core.hardening.probe.servlet;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/**
 * Hands a probe on to another path, as a filter or a view asks for.
 *
 * @param probe the probe
 * @param path the other path
 * @param filters the filters of the application
 * @param servlet what is behind them
 */
record ProbeForward(ProbeRequest probe, String path, ProbeFilters filters,
		Servlet servlet) implements RequestDispatcher {

	@Override
	public void forward(ServletRequest request, ServletResponse response) throws ServletException, IOException {
		response.resetBuffer();
		dispatch(DispatcherType.FORWARD, request, response);
	}

	@Override
	public void include(ServletRequest request, ServletResponse response) throws ServletException, IOException {
		dispatch(DispatcherType.INCLUDE, request, response);
	}

	private void dispatch(DispatcherType type, ServletRequest request, ServletResponse response)
			throws ServletException, IOException {
		DispatcherType before = this.probe.getDispatcherType();
		String pathBefore = this.probe.path();
		this.probe.become(type, this.path);
		try {
			this.filters.chain(this.probe, this.servlet).doFilter(request, response);
		}
		finally {
			this.probe.become(before, pathBefore);
		}
	}

}
