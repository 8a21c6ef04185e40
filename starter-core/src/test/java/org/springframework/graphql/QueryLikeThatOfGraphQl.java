package org.springframework.graphql;

import java.util.LinkedHashMap;

/**
 * In the place of the class of Spring for GraphQL that a query is read as.
 */
public class QueryLikeThatOfGraphQl extends LinkedHashMap<String, Object> {

	private static final long serialVersionUID = 1L;

}
