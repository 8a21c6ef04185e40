package org.springdoc.api;

/**
 * Stands for the class of springdoc with this name, of which a check knows nothing else.
 */
public abstract class AbstractOpenApiResource {

}
