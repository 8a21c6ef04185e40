package dev.mainstay.core.problem.servlet;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.ErrorProperties;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ViewResolver;

/**
 * The part that the application itself has in the answer to a failure. Immutable.
 *
 * @since 0.1.0
 */
public final class ErrorAnswerSettings {

	private final BootErrors boot;

	private final ErrorPages pages;

	private final Switches switches;

	/**
	 * Create the settings.
	 * @param attributes Boot's own error attributes
	 * @param properties the application's settings for them
	 * @param pages finds the application's error pages
	 * @param switches what is switched on
	 */
	public ErrorAnswerSettings(ErrorAttributes attributes, ErrorProperties properties, Pages pages, Switches switches) {
		this.boot = new BootErrors(attributes, properties, pages.errorViews());
		this.pages = new ErrorPages(pages.views());
		this.switches = switches;
	}

	BootErrors boot() {
		return this.boot;
	}

	ErrorPages pages() {
		return this.pages;
	}

	/** Whether the application has a page of its own for a status. */
	boolean hasPage(HttpServletRequest request, int status) {
		return this.boot.hasView(request, HttpStatus.valueOf(status)) || this.pages.hasOwn(request.getLocale());
	}

	boolean active() {
		return this.switches.active();
	}

	boolean bootMembers() {
		return this.switches.bootMembers();
	}

	boolean shapesBodies() {
		return this.switches.shapesBodies();
	}

	/**
	 * Where the application's error pages are found.
	 *
	 * @param errorViews the resolvers of error views, in their order
	 * @param views the resolvers of all views, asked when the first page is due
	 * @since 0.1.0
	 */
	public record Pages(List<ErrorViewResolver> errorViews, ObjectProvider<ViewResolver> views) {

	}

	/**
	 * What is switched on.
	 *
	 * @param active whether Mainstay answers at all; read at run time, because in an
	 * AOT-processed application the controller is there whatever the properties say
	 * @param bootMembers whether the members of Boot's own JSON are kept
	 * @param shapesBodies whether the application has an advice that changes the bodies
	 * of answers, and therefore has to see this one
	 * @since 0.1.0
	 */
	public record Switches(boolean active, boolean bootMembers, boolean shapesBodies) {

	}

}
