/**
 * What a service is called by those who watch it.
 */
@NullMarked
package dev.mainstay.observability.service;

import org.jspecify.annotations.NullMarked;
