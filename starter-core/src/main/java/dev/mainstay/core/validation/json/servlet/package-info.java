/**
 * Reads the JSON of requests on the servlet stack.
 */
@NullMarked
package dev.mainstay.core.validation.json.servlet;

import org.jspecify.annotations.NullMarked;
